package dev.nexus.operator.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A service of the platform. The order is the order in which status lists them. */
public enum NexusService {
  GATEWAY(8080, Need.REDIS),
  AI(8081, Need.DATABASE),
  BATCH(8082, Need.DATABASE),
  WEBHOOK(8083, Need.DATABASE, Need.INTERNET),
  ANALYTICS(8084, Need.DATABASE),
  CONVERSATION(8085, Need.DATABASE),
  AUTH(8086, Need.DATABASE);

  /** What a service needs beside Keycloak, whose keys every service verifies tokens with. */
  public enum Need {
    DATABASE,
    REDIS,
    INTERNET
  }

  /** Port of health and metrics in every pod. */
  public static final int MANAGEMENT_PORT = 9090;

  private final int port;
  private final Set<Need> needs;

  NexusService(int port, Need... needs) {
    this.port = port;
    this.needs = Set.of(needs);
  }

  /** The service's name in configuration, images, objects and schemas. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public int port() {
    return port;
  }

  public boolean needs(Need need) {
    return needs.contains(need);
  }

  /** The services that this one calls: the arrows of the architecture. */
  public List<NexusService> peers() {
    return switch (this) {
      case GATEWAY -> Arrays.stream(values()).filter(service -> service != GATEWAY).toList();
      case BATCH, CONVERSATION -> List.of(AI);
      default -> List.of();
    };
  }

  /** The services that call this one. */
  public List<NexusService> callers() {
    return Arrays.stream(values()).filter(service -> service.peers().contains(this)).toList();
  }

  /** The services that keep data. */
  public static List<NexusService> withDatabase() {
    return Arrays.stream(values()).filter(service -> service.needs(Need.DATABASE)).toList();
  }
}
