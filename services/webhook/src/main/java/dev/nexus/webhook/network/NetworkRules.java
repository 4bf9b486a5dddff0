package dev.nexus.webhook.network;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** The rules that the configuration makes; a block it misspells stops the start. */
class NetworkRules {

  @Produces
  @Singleton
  Destinations destinations(NetworkConfig config, NameResolver resolver) {
    List<AddressBlock> allowed =
        config.allowedNetworks().orElse(List.of()).stream()
            .map(String::strip)
            .map(AddressBlock::parse)
            .toList();
    return new Destinations(resolver, new AddressRules(allowed));
  }
}
