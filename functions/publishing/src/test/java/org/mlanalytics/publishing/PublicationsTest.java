package org.mlanalytics.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mlanalytics.runtime.testing.TestLedger.DATE;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mlanalytics.runtime.config.LedgerIndexes;
import org.mlanalytics.runtime.run.LandedObject;
import org.mlanalytics.runtime.testing.Race;
import org.mlanalytics.runtime.testing.TestLedger;

class PublicationsTest {

  private static final Publication.Holder A = new Publication.Holder("a", "key-a", 1, "task-a-1");
  private static final Publication.Holder A2 = new Publication.Holder("a", "key-a", 2, "task-a-2");
  private static final Publication.Holder B = new Publication.Holder("b", "key-b", 1, "task-b-1");

  @RegisterExtension final TestLedger mongo = new TestLedger();

  private Publications publications;

  @BeforeEach
  void open() {
    publications = new Publications(mongo.collection(LedgerIndexes.PUBLICATIONS));
  }

  @Test
  void oneHolderAtATime() {
    assertTrue(acquire(A, 1));
    assertFalse(acquire(B, 1));
    assertEquals(A, get().active());

    release(A);

    assertNull(get().active());
    assertTrue(acquire(B, 1));
  }

  @Test
  void holderMayAskAgain() {
    assertTrue(acquire(A, 1));
    assertTrue(acquire(A, 1));
    assertTrue(acquire(A2, 2));
    assertEquals(A2, get().active());
  }

  @Test
  void othersDoNotGiveTheRightBack() {
    acquire(A, 1);

    release(B);

    assertEquals(A, get().active());
  }

  @Test
  void earlierAttemptDoesNotGiveBackTheRightOfALaterOne() {
    acquire(A, 1);
    acquire(A2, 2);

    release(A);
    publish(A, 1);
    publications.purged("d", "i", A.taskId());

    assertEquals(A2, get().active());
    assertNull(get().last());
  }

  @Test
  void publishedGivesTheRightBackAndRemembersWhatIsPublished() {
    acquire(A, 3);

    publish(A, 3);

    assertEquals(new Publication(null, published(A, 3), 0), get());
  }

  @Test
  void nothingOlderThanWhatIsPublishedMayBePublished() {
    acquire(A, 3);
    publish(A, 3);

    assertFalse(acquire(B, 2));
    assertTrue(acquire(B, 3));
    release(B);
    assertTrue(acquire(B, 4));
  }

  @Test
  void laterDateComesAfterEveryGenerationOfAnEarlierOne() {
    List<String> inOrder =
        List.of(
            Publication.order(DATE, 1),
            Publication.order(DATE, 2),
            Publication.order(DATE, 10),
            Publication.order(DATE, 1_000_000),
            Publication.order(DATE.plusDays(1), 1),
            Publication.order(DATE.plusYears(20), 1),
            Publication.AFTER_ALL);

    assertEquals(inOrder, inOrder.stream().sorted().toList());
  }

  @Test
  void purgeMakesRoomForEveryDate() {
    acquire(A, 3);
    publish(A, 3);
    assertTrue(publications.acquire("d", "i", B, Publication.AFTER_ALL));

    publications.purged("d", "i", B.taskId());

    assertEquals(new Publication(null, null, 0), get());
    assertTrue(acquire(A, 1));
  }

  @Test
  void intervalsAndDatasetsAreIndependent() {
    acquire(A, 1);

    assertTrue(publications.acquire("d", "other", B, Publication.order(DATE, 1)));
    assertTrue(publications.acquire("other", "i", B, Publication.order(DATE, 1)));
  }

  @Test
  void unknownPublicationIsEmpty() {
    assertEquals(new Publication(null, null, 0), get());
  }

  @Test
  void restorationsAreCounted() {
    acquire(A, 1);

    assertEquals(1, publications.restoring("d", "i").restores());
    assertEquals(2, publications.restoring("d", "i").restores());
  }

  @Test
  void oneOfTwoAtOnceGetsTheRight() throws Exception {
    List<Publication.Holder> holders = List.of(A, B);
    try (Race race = new Race(2)) {
      for (int round = 0; round < 200; round++) {
        String interval = "i" + round;

        List<Boolean> got =
            race.run(
                i ->
                    publications.acquire(
                        "d", interval, holders.get(i), Publication.order(DATE, 1)));

        assertEquals(1, Collections.frequency(got, true));
        assertEquals(holders.get(got.indexOf(true)), publications.get("d", interval).active());
      }
    }
  }

  private boolean acquire(Publication.Holder holder, long generation) {
    return publications.acquire("d", "i", holder, Publication.order(DATE, generation));
  }

  private void release(Publication.Holder holder) {
    publications.release("d", "i", holder.taskId());
  }

  private void publish(Publication.Holder holder, long generation) {
    publications.published("d", "i", published(holder, generation));
  }

  private static Publication.Published published(Publication.Holder holder, long generation) {
    return new Publication.Published(
        Publication.order(DATE, generation),
        DATE,
        generation,
        holder.taskId(),
        7,
        List.of(new LandedObject("k", 7, 70, "h")));
  }

  private Publication get() {
    return publications.get("d", "i");
  }
}
