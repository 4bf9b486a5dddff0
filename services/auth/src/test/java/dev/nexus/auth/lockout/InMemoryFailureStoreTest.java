package dev.nexus.auth.lockout;

class InMemoryFailureStoreTest implements FailureStoreContract {

  private final FailureStore store = new InMemoryFailureStore();

  @Override
  public FailureStore store() {
    return store;
  }
}
