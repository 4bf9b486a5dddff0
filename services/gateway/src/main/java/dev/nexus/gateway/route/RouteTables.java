package dev.nexus.gateway.route;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the table from the configuration. */
class RouteTables {

  @Produces
  @Singleton
  RouteTable table(RouteConfig config) {
    return new RouteTable(
        config.routes().entrySet().stream()
            .map(
                entry ->
                    new Route(
                        entry.getKey(),
                        entry.getValue().prefix(),
                        entry.getValue().peer(),
                        entry.getValue().authenticated(),
                        entry.getValue().limit(),
                        entry.getValue().timeout()))
            .toList());
  }
}
