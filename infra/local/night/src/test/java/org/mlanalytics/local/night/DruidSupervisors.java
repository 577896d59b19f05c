package org.mlanalytics.local.night;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.mlanalytics.local.Await;
import org.mlanalytics.local.DruidHttp;

/** Supervisors as Druid itself has them. */
final class DruidSupervisors {

  private static final String PATH = "/druid/indexer/v1/supervisor";
  private static final Duration LIMIT = Duration.ofSeconds(90);

  private final DruidHttp druid;

  DruidSupervisors(String url) {
    druid = new DruidHttp(url);
  }

  /** Names of all. */
  List<String> names() throws IOException {
    List<String> names = new ArrayList<>();
    druid.get(PATH).forEach(name -> names.add(name.asText()));
    return names;
  }

  /** How often one was sent: Druid keeps every version. */
  int versions(String name) throws IOException {
    return druid.get(PATH + '/' + name + "/history").size();
  }

  /** What Druid has of one. */
  JsonNode of(String name) throws IOException {
    return druid.get(PATH + '/' + name);
  }

  /** Sends one anew with another duration of its tasks, suspended or not as it was. */
  void changeTaskDuration(String name, String duration) throws IOException {
    JsonNode changed = of(name);
    ((ObjectNode) changed.at("/spec/ioConfig")).put("taskDuration", duration);
    druid.post(PATH, changed.toString());
  }

  /** Removes all, with their offsets and tasks, and waits until they are gone. */
  void remove() throws IOException {
    for (String name : names()) {
      druid.post(PATH + '/' + name + "/reset", "");
      druid.post(PATH + '/' + name + "/terminate", "");
      Await.until(
          "the end of " + name,
          LIMIT,
          () ->
              !names().contains(name)
                  && druid
                      .get("/druid/indexer/v1/tasks?state=running&datasource=" + name)
                      .isEmpty());
    }
  }
}
