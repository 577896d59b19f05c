package org.mlanalytics.files.checking.count;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistinctCounterTest {

  @Property(tries = 100)
  void isExactForFew(@ForAll @Size(max = 200) List<@IntRange(max = 300) Integer> values) {
    DistinctCounter counter = DistinctCounter.within(64 << 10);
    Set<Integer> set = new HashSet<>(values);
    // 0 is a hash as any other
    values.forEach(value -> counter.add(value));

    assertTrue(counter.exact());
    assertEquals(set.size(), counter.count());
  }

  @Test
  void isExactUpToASixteenthOfItsBytes() {
    DistinctCounter counter = DistinctCounter.within(64 << 10);
    fill(counter, 4096);
    fill(counter, 4096);
    assertTrue(counter.exact());
    assertEquals(4096, counter.count());
    fill(counter, 4097);
    assertFalse(counter.exact());
  }

  @ParameterizedTest
  @ValueSource(ints = {5_000, 20_000, 41_000, 60_000, 1_000_000})
  void estimatesWithinThreeStandardErrors(int distinct) {
    DistinctCounter counter = DistinctCounter.within(64 << 10);
    fill(counter, distinct);
    assertEquals(0.0081, counter.standardError(), 0.0001);
    assertEquals(distinct, counter.count(), 3 * 0.0081 * distinct);
  }

  @Test
  void aSmallOneEstimatesMoreRoughly() {
    DistinctCounter counter = DistinctCounter.within(1_600);
    fill(counter, 100_000);
    assertEquals(0.0325, counter.standardError(), 0.0001);
    assertEquals(100_000, counter.count(), 3 * 0.0325 * 100_000);
  }

  private static void fill(DistinctCounter counter, int distinct) {
    for (int i = 0; i < distinct; i++) {
      char[] text = ("value " + i).toCharArray();
      counter.add(Hash.of(text, 0, text.length, 0));
    }
  }
}
