package org.mlanalytics.streaming;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.junit.jupiter.api.Test;

/** Offsets that are done with, in whatever order they come. */
class DoneOffsetsTest {

  private static final int METADATA_BYTES = 4096;

  @Test
  void knowsWhatWasAddedAndNothingElseAlsoAfterACommit() {
    Random random = new Random(7);
    DoneOffsets done = DoneOffsets.NONE;
    Set<Long> added = new HashSet<>();
    for (int i = 0; i < 60; i++) {
      long offset = random.nextInt(120);
      added.add(offset);
      done = DoneOffsets.of(done.with(offset).toCommit());
      for (long asked = 0; asked < 120; asked++) {
        assertEquals(added.contains(asked), done.has(asked), asked + " after " + added);
      }
    }
  }

  @Test
  void theCommittedOffsetIsBehindTheLastOne() {
    OffsetAndMetadata committed = DoneOffsets.NONE.with(7).with(5).with(6).with(9).toCommit();
    assertEquals(10, committed.offset());
    assertEquals("5-7,9-9", committed.metadata());
  }

  @Test
  void whatAConsumerHasCommittedIsDoneWith() {
    DoneOffsets done = DoneOffsets.of(new OffsetAndMetadata(3));
    assertTrue(done.has(0) && done.has(2));
    assertFalse(done.has(3));
    assertEquals(DoneOffsets.NONE, DoneOffsets.of(null));
    assertEquals(DoneOffsets.NONE, DoneOffsets.of(new OffsetAndMetadata(0)));
  }

  @Test
  void ofTooManyGapsTheOldestAreForgottenNotTakenForDone() {
    DoneOffsets done = DoneOffsets.NONE;
    long start = Long.MAX_VALUE / 2;
    for (int i = 0; i <= 3 * DoneOffsets.MOST; i++) {
      done = done.with(start + 2 * i);
    }
    assertFalse(done.has(start));
    assertFalse(done.has(start + 1));
    assertTrue(done.has(start + 6 * DoneOffsets.MOST));
    assertTrue(done.toCommit().metadata().length() <= METADATA_BYTES);
  }
}
