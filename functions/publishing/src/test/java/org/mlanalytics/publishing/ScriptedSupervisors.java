package org.mlanalytics.publishing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Supervisors as Druid 33 keeps them: with its defaults added, refusing to do what is so. */
final class ScriptedSupervisors {

  private final Map<String, ObjectNode> specs = new HashMap<>();
  private final List<JsonNode> posted = new ArrayList<>();

  List<JsonNode> posted() {
    return List.copyOf(posted);
  }

  /** The specification that is kept, to be changed by a test. */
  ObjectNode kept(String id) {
    return (ObjectNode) specs.get(id).get("spec");
  }

  Response post(JsonNode supervisor) {
    posted.add(supervisor);
    ObjectNode kept = supervisor.deepCopy();
    ((ObjectNode) kept.at("/spec/tuningConfig")).put("maxRowsPerSegment", 5_000_000);
    ((ObjectNode) kept.at("/spec/ioConfig")).put("lateMessageRejectionPeriod", (String) null);
    for (JsonNode dimension : kept.at("/spec/dataSchema/dimensionsSpec/dimensions")) {
      ((ObjectNode) dimension).put("createBitmapIndex", true);
    }
    String id = kept.at("/spec/dataSchema/dataSource").asText();
    specs.put(id, kept);
    return answer(200, "{\"id\":\"" + id + "\"}");
  }

  Response spec(String id) {
    return found(specs.containsKey(id) ? specs.get(id).toString() : null);
  }

  Response status(String id) {
    return found(
        !specs.containsKey(id)
            ? null
            : """
            {"id":"%1$s","payload":{"dataSource":"%1$s","activeTasks":[{"id":"a"}],"publishingTasks":[],
            "minimumLag":{"0":3,"1":1,"2":0},"aggregateLag":4,"offsetsLastUpdated":"2023-07-11T00:00:00.000Z",
            "suspended":%2$s,"healthy":true,"state":"RUNNING","detailedState":"RUNNING",
            "recentErrors":[{"exceptionClass":"java.io.IOException","message":"Event: {secret}"}]}}"""
                .formatted(id, specs.get(id).path("suspended")));
  }

  Response suspend(String id, boolean suspended) {
    ObjectNode kept = specs.get(id);
    if (kept == null) {
      return answer(404, "{\"error\":\"[" + id + "] does not exist\"}");
    }
    if (kept.path("suspended").asBoolean() == suspended) {
      return answer(400, "{\"error\":\"[" + id + "] is already so\"}");
    }
    kept.put("suspended", suspended);
    return answer(200, kept.toString());
  }

  private static Response found(String body) {
    return body == null ? answer(404, "{}") : answer(200, body);
  }

  private static Response answer(int status, String body) {
    return Response.status(status).entity(body).build();
  }
}
