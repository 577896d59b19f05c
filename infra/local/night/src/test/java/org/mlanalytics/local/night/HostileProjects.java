package org.mlanalytics.local.night;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.ObjectId;

/**
 * A sound project, once for each path that a rule reads, with bytes where something else is due.
 */
final class HostileProjects {

  /** A value that no rule accepts anywhere. */
  private static final Binary WRONG = new Binary(new byte[] {1, 2, 3});

  /** Kinds of paths whose wrong type rejects the document; a match flag only filters it. */
  private static final Set<String> JUDGED =
      Set.of("text", "mandatory text", "program", "time", "flag", "list", "document");

  private final Map<Document, String> codes = new LinkedHashMap<>();

  HostileProjects(ObjectId program) throws IOException {
    String complete = complete();
    for (String line : resource("/projects/paths.csv").lines().toList()) {
      String[] cells = line.split(",");
      if (!line.startsWith("#") && JUDGED.contains(cells[1])) {
        Document project = Document.parse(complete);
        project.put("_id", new ObjectId());
        project.put("programId", program);
        set(project, List.of(cells[0].split("\\.")));
        codes.put(project, "wrong-type:" + cells[0]);
      }
    }
  }

  /** The documents, each with the code that it has to be put aside with. */
  Map<Document, String> documents() {
    return Collections.unmodifiableMap(codes);
  }

  /** A project with something at every path that a rule reads, in extended JSON. */
  static String complete() throws IOException {
    return resource("/projects/complete.json");
  }

  private static void set(Document parent, List<String> path) {
    String name = path.get(0).replace("[]", "");
    boolean last = path.size() == 1;
    if (!path.get(0).endsWith("[]")) {
      if (last) {
        parent.put(name, WRONG);
      } else {
        set(parent.get(name, Document.class), path.subList(1, path.size()));
      }
    } else if (last) {
      parent.put(name, List.of(WRONG));
    } else {
      // in every element: not every rule reads each of them
      parent
          .getList(name, Document.class)
          .forEach(element -> set(element, path.subList(1, path.size())));
    }
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = HostileProjects.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
