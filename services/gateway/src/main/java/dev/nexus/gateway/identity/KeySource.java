package dev.nexus.gateway.identity;

import io.vertx.core.Future;

/** Where the issuer's keys come from. */
interface KeySource {

  /** Fetches the keys now; fails when the issuer does not give them. */
  Future<KeySet> fetch();
}
