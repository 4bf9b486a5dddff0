package dev.nexus.auth.turn;

class InMemoryTurnStoreTest implements TurnStoreContract {

  private final TurnStore store = new InMemoryTurnStore();

  @Override
  public TurnStore store() {
    return store;
  }
}
