package dev.nexus.gateway.route;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All routes; the longest matching prefix wins. */
public final class RouteTable {

  private final List<Route> longestFirst;

  public RouteTable(List<Route> routes) {
    this.longestFirst =
        routes.stream()
            .sorted(Comparator.comparingInt((Route route) -> route.prefix().length()).reversed())
            .toList();
    for (Route route : longestFirst) {
      if (!route.prefix().startsWith("/") || route.prefix().endsWith("/")) {
        throw new IllegalArgumentException(
            "nexus.gateway.routes." + route.name() + ".prefix must be like /api/v1/things");
      }
    }
  }

  /** The route of a canonical path. */
  public Optional<Route> match(String path) {
    for (Route route : longestFirst) {
      if (route.matches(path)) {
        return Optional.of(route);
      }
    }
    return Optional.empty();
  }

  /** The routes in the order they are tried. */
  public List<Route> routes() {
    return longestFirst;
  }
}
