package dev.nexus.ai.execution;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Where a page stands among all results (protocol 4.7).
 *
 * @param page 1-based
 * @param pageSize most results of a page
 * @param totalPages pages there are
 * @param totalItems results there are
 * @param hasNext whether a page follows
 * @param hasPrevious whether a page precedes
 * @param nextCursor of the page that follows
 * @param prevCursor of the page that precedes
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Pagination(
    int page,
    int pageSize,
    int totalPages,
    long totalItems,
    boolean hasNext,
    boolean hasPrevious,
    @Nullable String nextCursor,
    @Nullable String prevCursor) {

  static Pagination of(PageRequest wanted, int items) {
    int page = wanted.number();
    int size = wanted.size();
    int pages = (items + size - 1) / size;
    boolean next = page < pages;
    boolean previous = page > 1;
    return new Pagination(
        page,
        size,
        pages,
        items,
        next,
        previous,
        next ? PageRequest.cursor(page + 1, size) : null,
        previous ? PageRequest.cursor(page - 1, size) : null);
  }
}
