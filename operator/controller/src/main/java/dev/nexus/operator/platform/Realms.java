package dev.nexus.operator.platform;

import dev.nexus.operator.platform.settings.Inputs;
import dev.nexus.operator.platform.settings.Settings;

/** Keeps the realm nexus as the settings want it. */
public interface Realms {

  /** Makes or corrects the realm, or tells what it waits for. Calls Keycloak only when due. */
  Progress keep(Settings settings, Inputs inputs);

  /** Looks at the realm again at the next chance. */
  void forget(String platformUid);
}
