package org.mlanalytics.files.ingestfile.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mlanalytics.files.ingestfile.request.Priority;
import org.mlanalytics.local.Await;

class PriorityGateTest {

  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void ofThoseThatWaitTheHighestComesFirst() throws Exception {
    PriorityGate gate = new PriorityGate(1);
    List<Priority> passed = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch busy = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    threads.execute(
        () ->
            gate.pass(
                Priority.LOW,
                () -> {
                  busy.countDown();
                  await(release);
                }));
    assertTrue(busy.await(20, TimeUnit.SECONDS));

    for (Priority priority : List.of(Priority.LOW, Priority.NORMAL, Priority.HIGH)) {
      int before = gate.waiting();
      threads.execute(() -> gate.pass(priority, () -> passed.add(priority)));
      Await.until("one more waits", LIMIT, () -> gate.waiting() > before);
    }
    release.countDown();
    Await.until("all have passed", LIMIT, () -> passed.size() == 3);

    assertEquals(List.of(Priority.HIGH, Priority.NORMAL, Priority.LOW), passed);
  }

  @Test
  void noMoreThanItsPermitsPassAtOnce() throws Exception {
    PriorityGate gate = new PriorityGate(2);
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(5);
    for (int i = 0; i < 5; i++) {
      threads.execute(
          () -> {
            gate.pass(
                Priority.NORMAL,
                () -> {
                  most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                  await(release);
                  inside.decrementAndGet();
                });
            done.countDown();
          });
    }
    Await.until("three wait", LIMIT, () -> gate.waiting() == 3);
    release.countDown();
    assertTrue(done.await(20, TimeUnit.SECONDS));

    assertEquals(2, most.get());
  }

  @Test
  void aFaultGivesThePermitBack() {
    PriorityGate gate = new PriorityGate(1);

    assertThrows(
        IllegalStateException.class,
        () ->
            gate.pass(
                Priority.LOW,
                () -> {
                  throw new IllegalStateException("fault");
                }));
    AtomicInteger passed = new AtomicInteger();
    gate.pass(Priority.LOW, passed::incrementAndGet);

    assertEquals(1, passed.get());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
