package org.mlanalytics.files.fetching;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Names whose answers change, are missing, or never come. */
class HostileNamesTest {

  private final AtomicInteger lookups = new AtomicInteger();

  /** At first the permitted address, from then on the forbidden one. */
  private final Resolver changing =
      host ->
          List.of(
              World.address(lookups.getAndIncrement() == 0 ? World.PERMITTED : World.FORBIDDEN));

  @Test
  void theConnectionIsMadeToWhatWasChecked() throws IOException {
    try (var permitted = ScriptedServer.on(World.PERMITTED, Answers.file("good"))) {
      Fetcher fetcher = new Fetcher(changing, World.TLS, World.CLOCK);
      Refusals.fetch(fetcher, World.at(permitted).toString(), World.policy(permitted).build());
      assertEquals(1, lookups.get());
      assertEquals(1, permitted.connections());
    }
  }

  @Test
  void aRedirectToTheSameNameIsCheckedAgain() throws IOException {
    try (var forbidden = ScriptedServer.on(World.FORBIDDEN, Answers.file("inside"));
        var permitted =
            ScriptedServer.on(
                World.PERMITTED,
                Answers.redirect("http://files.example.org:" + forbidden.port() + "/again"))) {
      Fetcher fetcher = new Fetcher(changing, World.TLS, World.CLOCK);
      FetchPolicy policy = World.policy(permitted, forbidden).build();
      Refusals.of(fetcher, World.at(permitted).toString(), policy, RefusalReason.NETWORK_FORBIDDEN);
      assertEquals(1, permitted.connections());
      assertEquals(0, forbidden.connections());
    }
  }

  @Test
  void aNameThatChangesBeforeItIsChecked() throws IOException {
    lookups.set(1);
    try (var forbidden = ScriptedServer.on(World.FORBIDDEN, Answers.file("inside"))) {
      Fetcher fetcher = new Fetcher(changing, World.TLS, World.CLOCK);
      String address = World.at(forbidden).toString();
      Refusals.of(
          fetcher, address, World.policy(forbidden).build(), RefusalReason.NETWORK_FORBIDDEN);
      assertEquals(0, forbidden.connections());
    }
  }

  @Test
  void aNameWithoutAnAddress() {
    FetchPolicy policy = World.policy().build();
    Resolver unknown =
        host -> {
          throw new UnknownHostException(host);
        };
    for (Resolver resolver : List.of(unknown, host -> List.<InetAddress>of())) {
      Refusals.of(
          new Fetcher(resolver, World.TLS, World.CLOCK),
          "http://files.example.org/",
          policy,
          RefusalReason.NAME_UNKNOWN);
    }
  }

  @Test
  void aResolverThatNeverAnswers() {
    CountDownLatch never = new CountDownLatch(1);
    Resolver silent =
        host -> {
          try {
            never.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          return List.of();
        };
    FetchPolicy policy =
        World.policy()
            .times(
                new TimeLimits(
                    Duration.ofMillis(100), Duration.ofSeconds(20), Duration.ofSeconds(60)))
            .build();
    Refusals.of(
        new Fetcher(silent, World.TLS, World.CLOCK),
        "http://files.example.org/",
        policy,
        RefusalReason.CONNECT_TIMED_OUT);
    never.countDown();
  }

  @Test
  void nobodyListens() throws IOException {
    ScriptedServer closed = ScriptedServer.on(World.PERMITTED, "");
    closed.close();
    Refusals.of(
        World.at(closed).toString(), World.policy(closed).build(), RefusalReason.CONNECT_FAILED);
  }
}
