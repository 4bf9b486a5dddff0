package dev.nexus.ai.composition;

import dev.nexus.ai.answer.AnswerProvider;
import dev.nexus.ai.answer.DomainSection;
import dev.nexus.ai.answer.Question;
import dev.nexus.ai.answer.ResultItem;
import dev.nexus.ai.answer.SectionStatus;
import dev.nexus.common.error.NexusException;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Asks every domain and waits for those that answer in time; one that fails costs no other. */
@Singleton
public class FanOut {

  private static final Logger LOG = Logger.getLogger(FanOut.class);

  private final AnswerProvider provider;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  public FanOut(AnswerProvider provider) {
    this.provider = provider;
  }

  /** One section per question, in their order. */
  List<DomainSection> ask(List<Question> questions, boolean parallel, Deadline deadline) {
    if (parallel) {
      return askAtOnce(questions, deadline);
    }
    List<DomainSection> sections = new ArrayList<>();
    questions.forEach(question -> sections.addAll(askAtOnce(List.of(question), deadline)));
    return sections;
  }

  String provider() {
    return provider.name();
  }

  private List<DomainSection> askAtOnce(List<Question> questions, Deadline deadline) {
    long began = System.nanoTime();
    List<Callable<DomainSection>> calls = new ArrayList<>();
    questions.forEach(question -> calls.add(() -> ask(question)));
    try {
      List<Future<DomainSection>> answers =
          threads.invokeAll(calls, deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
      List<DomainSection> sections = new ArrayList<>();
      for (int i = 0; i < answers.size(); i++) {
        sections.add(section(questions.get(i), answers.get(i), began));
      }
      return sections;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("the execution was interrupted");
    }
  }

  private DomainSection ask(Question question) {
    long began = System.nanoTime();
    try {
      return section(
          question, SectionStatus.SUCCESS, null, provider.answer(question), millisSince(began));
    } catch (NexusException e) {
      return section(question, SectionStatus.ERROR, e.getMessage(), List.of(), millisSince(began));
    }
  }

  private static DomainSection section(Question question, Future<DomainSection> answer, long began)
      throws InterruptedException {
    try {
      return answer.get();
    } catch (CancellationException e) {
      return section(
          question, SectionStatus.TIMEOUT, "No answer in time", List.of(), millisSince(began));
    } catch (ExecutionException e) {
      LOG.errorf(e.getCause(), "Domain %s failed", question.domain().id());
      return section(
          question,
          SectionStatus.ERROR,
          "The domain could not answer",
          List.of(),
          millisSince(began));
    }
  }

  private static DomainSection section(
      Question question,
      SectionStatus status,
      @Nullable String error,
      List<ResultItem> results,
      int millis) {
    return new DomainSection(
        question.domain().id(),
        question.domain().name().in(question.language()),
        status,
        error,
        millis,
        results);
  }

  private static int millisSince(long began) {
    return (int) Duration.ofNanos(System.nanoTime() - began).toMillis();
  }

  @PreDestroy
  void stop() {
    threads.shutdownNow();
  }
}
