package org.mlanalytics.files.checking.count;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class KeySetTest {

  @Property(tries = 200)
  void isASet(@ForAll List<@LongRange(min = -20, max = 20) Long> keys) {
    KeySet set = new KeySet();
    Set<List<Long>> expected = new HashSet<>();
    for (int i = 0; i + 1 < keys.size(); i++) {
      // a low half of 0 stands for 1: it marks free places
      long low = keys.get(i + 1) == 0 ? 1 : keys.get(i + 1);
      boolean fresh = expected.add(List.of(keys.get(i), low));
      assertEquals(!fresh, set.contains(keys.get(i), low));
      assertEquals(fresh, set.add(keys.get(i), low));
    }
    assertEquals(expected.size(), set.size());
  }

  @Test
  void keepsManyKeysApart() {
    KeySet set = new KeySet();
    for (int i = 0; i < 300_000; i++) {
      assertTrue(set.add(Hash.of(i, 1), Hash.of(i, 2)));
    }
    for (int i = 0; i < 300_000; i++) {
      assertFalse(set.add(Hash.of(i, 1), Hash.of(i, 2)));
      assertFalse(set.contains(Hash.of(i, 1), Hash.of(i, 3)));
    }
    assertEquals(300_000, set.size());
  }
}
