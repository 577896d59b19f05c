package org.mlanalytics.files.ingestfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Records that are no requests, files that cannot be placed, configuration that is none. */
class RefusedInputIT {

  private static FilesInstallation installation;
  private static Worker worker;

  @BeforeAll
  static void up() throws Exception {
    installation = new FilesInstallation();
    worker = installation.worker();
  }

  @AfterAll
  static void down() {
    if (installation != null) {
      installation.close();
    }
  }

  @Test
  void recordsThatAreNoRequestsGoAsideAndHoldUpNobody() throws Exception {
    String uri = "\"uri\":\"http://127.0.0.1/meera\"";
    Map<String, String> codes = new LinkedHashMap<>();
    codes.put("meera, no JSON", "MLA-7001");
    codes.put("{" + uri + "} {}", "MLA-7001");
    codes.put("[{" + uri + "}]", "MLA-7001");
    codes.put("{\"version\":2," + uri + "}", "MLA-7001");
    codes.put("{\"requestId\":\"meera\"}", "MLA-7001");
    codes.put("{" + uri + ",\"target\":[\"oracle:meera\"]}", "MLA-7001");
    codes.put("{\"uri\":\"http://127.0.0.1/" + "meera".repeat(500) + "\"}", "MLA-7001");
    codes.put("{" + uri + ",\"schema\":{\"name\":\"" + "meera".repeat(20_000) + "\"}}", "MLA-7001");
    codes.put("{" + uri + ",\"callback\":\"http://127.0.0.2:9/meera\"}", "MLA-7101");
    codes.put("{\"accepted\":\"bts/meera\"}", "MLA-1004");
    List<byte[]> values = new ArrayList<>();
    codes.keySet().forEach(value -> values.add(value.getBytes(StandardCharsets.UTF_8)));
    values.add(new byte[] {'{', '"', (byte) 0xc3, (byte) 0x28, '"', ':', '1', '}'});
    values.add(null);
    String good = installation.web().serve("behind.csv", AlarmFile.of(1000, 2, 0));
    String behind =
        "{\"requestId\":\"behind\",\"uri\":\"%s\",\"schema\":\"bts-alarms\",\"target\":[\"mongo:behind\"]}";
    values.add(behind.formatted(good).getBytes(StandardCharsets.UTF_8));

    installation.send("dev.ml.files.high", 0, values);
    JsonNode status = FilesInstallation.awaitEnd(worker, "behind");
    assertEquals(2, status.at("/loads/0/loaded").asInt(), status.toString());

    Map<String, String> reasons = new HashMap<>();
    int others = 0;
    for (ConsumerRecord<String, String> letter :
        installation.records("dev.ml.files.high.dlq", values.size() - 1)) {
      String reason =
          new String(
              letter.headers().lastHeader("dead-letter-reason").value(), StandardCharsets.UTF_8);
      for (Header header : letter.headers()) {
        String text = new String(header.value(), StandardCharsets.UTF_8);
        assertFalse(text.contains("meera"), header.key() + ": " + text);
      }
      if (codes.containsKey(letter.value())) {
        reasons.put(letter.value(), reason.split(": ")[0]);
      } else {
        assertTrue(reason.startsWith("MLA-7001: "), reason);
        others++;
      }
    }
    assertEquals(codes, reasons);
    assertEquals(2, others);
  }

  /** Druid hears of none of them. */
  @Test
  void filesWhoseRowsCoverNoIntervalAreRefusedForDruid() throws Exception {
    Map<String, String> details = new LinkedHashMap<>();
    details.put(
        "id,at\n1,1970-01-01T00:00:00Z\n2,2100-01-01T00:00:00Z\n3,\n",
        "the rows lie in 1139569 hours, at most 1000 are replaced at once");
    details.put("id,name\n1,a\n", "the schema has no column of type instant or date");
    for (Map.Entry<String, String> file : details.entrySet()) {
      String id = "interval-" + file.getKey().length();
      String uri = installation.web().serve(id + ".csv", file.getKey().getBytes());
      installation.send(
          "normal",
          "{\"requestId\":\"%s\",\"uri\":\"%s\",\"target\":[\"druid:readings@hour\"]}"
              .formatted(id, uri));

      JsonNode load = FilesInstallation.awaitEnd(worker, id).at("/loads/0");

      assertEquals("FAILED", load.get("state").asText(), load.toString());
      assertEquals("MLA-7007", load.at("/error/code").asText(), load.toString());
      assertEquals(file.getValue(), load.at("/error/detail").asText(), load.toString());
      boolean withoutTime = file.getKey().contains("3,\n");
      assertEquals(
          withoutTime ? Map.of(4, "missing") : Map.of(), worker.quarantine(load), load.toString());
    }
  }

  @Test
  void aRuleThatIsNoneStopsTheProcessAndSoDoesOneOfATenantThatNobodyIs() {
    List<Worker> stopped =
        List.of(
            installation.launch("-Dmla.files.fetch.tenants.bts.hosts=https://files.example.org"),
            installation.launch("-Dmla.files.fetch.tenants.bst.hosts=files.example.org"),
            installation.launch(
                "-Dmla.files.callback.tenants.bst.secret=" + FilesInstallation.SECRET));

    for (Worker one : stopped) {
      assertEquals(OptionalInt.of(1), one.process().awaitExit(FilesInstallation.LIMIT));
    }
  }
}
