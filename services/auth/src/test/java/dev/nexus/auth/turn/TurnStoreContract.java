package dev.nexus.auth.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every store of turns must do. */
interface TurnStoreContract {

  Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  Instant END = NOW.plusSeconds(15);

  TurnStore store();

  @Test
  default void givesATurnToOneAtATime() {
    String account = UUID.randomUUID().toString();
    UUID first = UUID.randomUUID();
    UUID second = UUID.randomUUID();
    assertThat(store().claim(account, first, NOW, END)).isTrue();
    assertThat(store().claim(account, second, NOW, END)).isFalse();
    assertThat(store().claim(account + "2", second, NOW, END)).isTrue();
    store().release(account, first);
    assertThat(store().claim(account, second, NOW, END)).isTrue();
  }

  @Test
  default void endsATurnThatNobodyHasEnded() {
    String account = UUID.randomUUID().toString();
    UUID lost = UUID.randomUUID();
    UUID next = UUID.randomUUID();
    store().claim(account, lost, NOW, END);
    assertThat(store().claim(account, next, END, END.plusSeconds(15))).isTrue();
    store().release(account, lost);
    assertThat(store().claim(account, UUID.randomUUID(), END, END)).isFalse();
  }

  @Test
  default void forgetsTurnsThatAreOver() {
    String account = UUID.randomUUID().toString();
    store().claim(account, UUID.randomUUID(), NOW, END);
    store().forget(END.minusSeconds(1));
    assertThat(store().claim(account, UUID.randomUUID(), NOW, END)).isFalse();
    store().forget(END);
    assertThat(store().claim(account, UUID.randomUUID(), NOW, END)).isTrue();
  }
}
