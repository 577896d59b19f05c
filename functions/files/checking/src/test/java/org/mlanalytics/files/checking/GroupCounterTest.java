package org.mlanalytics.files.checking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mlanalytics.files.checking.schema.FileSchema;
import org.mlanalytics.files.checking.schema.Schemas;
import org.mlanalytics.files.checking.source.FileFormat;

class GroupCounterTest {

  private static final FileSchema EVENTS = Schemas.named("bts-events").orElseThrow();

  @Test
  void countsByStationAndAlarmWithoutSentinels() throws Exception {
    List<Long> lines = new ArrayList<>();
    GroupCounter groups = new GroupCounter(EVENTS, 100, row -> lines.add(row.line()));
    try (InputStream file =
        Files.newInputStream(Path.of("src/test/resources/golden/bts-events.csv"))) {
      FileChecker.check(file, FileFormat.csv(), EVENTS, CheckLimits.defaults(), groups, row -> {});
    }

    assertEquals(
        """
        {"station_id":"9000000001","alarm_id":"308","rows":2,"measured":2,"min":239,"max":251}
        {"station_id":"9000000002","alarm_id":"322","rows":1,"measured":0}
        """,
        json(groups));
    assertEquals(List.of(2L, 3L, 4L), lines);
    assertEquals(0, groups.leftOut());
  }

  @Test
  void sentinelsAreNoMeasurements() throws Exception {
    GroupCounter groups = new GroupCounter(EVENTS, 1, row -> {});
    check(
        groups,
        """
        9000000001,121,308,2024-03-01 10:00:01 UTC,999999,1,true,
        9000000001,121,308,2024-03-01 10:00:02 UTC,-3.50,1,true,
        9000000001,121,308,2024-03-01 10:00:03 UTC,999999.0,1,true,
        9000000002,121,308,2024-03-01 10:00:04 UTC,7,1,true,
        """);

    assertEquals(
        """
        {"station_id":"9000000001","alarm_id":"308","rows":3,"measured":1,"min":-3.5,"max":-3.5}
        """,
        json(groups));
    assertEquals(1, groups.leftOut());
  }

  private static void check(RowSink sink, String rows) throws Exception {
    String file =
        "station_id,datapoint_id,alarm_id,event_time,value,valueThreshold,isActive,storedtime\n"
            + rows;
    FileChecker.check(
        new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
        FileFormat.csv(),
        EVENTS,
        CheckLimits.defaults(),
        sink,
        row -> {});
  }

  private static String json(GroupCounter groups) throws Exception {
    StringBuilder lines = new StringBuilder();
    for (GroupCounter.Counted group : groups.groups()) {
      StringWriter line = new StringWriter();
      try (JsonGenerator json = new JsonFactory().createGenerator(line)) {
        groups.write(group, json);
      }
      lines.append(line).append('\n');
    }
    return lines.toString();
  }
}
