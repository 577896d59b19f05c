package org.mlanalytics.runtime.run;

import java.time.Instant;
import org.mlanalytics.runtime.event.StepData;
import org.mlanalytics.runtime.event.StepEvent;

/** Step events with all their fields, or with none that may be left out. */
final class Events {

  private Events() {}

  static StepEvent event(String id) {
    return new StepEvent(
        id,
        "program.gathered",
        "gather-programs",
        Instant.parse("2023-07-10T20:00:00Z"),
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        new StepData(
            "f",
            "sl-project",
            "p1",
            "2023-07-11",
            "projects/2023-07-11",
            3L,
            "force",
            "me",
            "r",
            7L));
  }

  static StepEvent bare(String id) {
    return new StepEvent(
        id,
        "program.gathered",
        "gather-programs",
        Instant.parse("2023-07-10T20:00:00Z"),
        null,
        new StepData(null, null, null, null, null, null, null, null, null, null));
  }
}
