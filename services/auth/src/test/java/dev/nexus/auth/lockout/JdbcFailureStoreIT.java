package dev.nexus.auth.lockout;

import dev.nexus.auth.testing.KeycloakResource;
import dev.nexus.common.testing.PostgresResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
@WithTestResource(KeycloakResource.class)
@WithTestResource(
    value = PostgresResource.class,
    initArgs = @ResourceArg(name = "service", value = "auth"))
class JdbcFailureStoreIT implements FailureStoreContract {

  @Inject FailureStore store;

  @Override
  public FailureStore store() {
    return store;
  }
}
