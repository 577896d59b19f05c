package org.mlanalytics.files.ingestfile.tenant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class KnownTenantsTest {

  private static final KnownTenants KNOWN =
      new KnownTenants(List.of("south", "north"), "default", List.of("east"));

  @Test
  void tenantsOfTokensOfTheQueueAndOfOtherProcessesMayHaveRules() {
    KNOWN.require("mla.files.fetch.tenants", List.of("default", "north", "south", "east"));
    KNOWN.require("mla.files.fetch.tenants", List.of());
  }

  @Test
  void withoutTokensOnlyThatOfTheQueueMay() {
    KnownTenants alone = new KnownTenants(List.of(), "north", List.of());

    alone.require("mla.files.fetch.tenants", List.of("north"));
    assertThrows(
        IllegalArgumentException.class,
        () -> alone.require("mla.files.fetch.tenants", List.of("north", "south")));
  }

  @Test
  void aMisspeltOneIsRefusedWithItsKeyAndWhatIsKnown() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> KNOWN.require("mla.files.callback.tenants", List.of("north", "nroth")));

    assertEquals(
        "mla.files.callback.tenants.nroth: no such tenant; mla.files.tokens, "
            + "mla.files.queue.tenant and mla.files.other-tenants name "
            + "[default, east, north, south]: correct the name, or add it there",
        refused.getMessage());
  }
}
