package org.mlanalytics.local.streams;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.bson.Document;

/**
 * A message that gives no row at all.
 *
 * @param key names it
 * @param value null for none
 * @param reason that its dead letter has to tell
 */
record Poison(String key, byte[] value, String reason) {

  private static final int FIVE_MEGABYTES = 5 * 1024 * 1024;
  private static final int DEEP = 100_000;
  // a number is no flag and no instant, a document is no text; neither is a list
  private static final Set<String> NUMBER_IS_WRONG = Set.of("flag", "time");
  private static final Set<String> DOCUMENT_IS_WRONG = Set.of("text", "mandatory text", "list");

  /** What is no JSON, no UTF-8, too large, too deep, nothing at all; and wrong types everywhere. */
  static List<Poison> all() throws IOException {
    List<Poison> all = new ArrayList<>();
    String sound = Texts.resource("/submissions/observation.completed.json");
    all.add(new Poison("no-json", Texts.utf8("{\"_id\": \"a\", "), "not-json"));
    all.add(new Poison("no-document", Texts.utf8("[" + sound + "]"), "not-json"));
    all.add(new Poison("two-documents", Texts.utf8(sound + sound), "not-json"));
    all.add(new Poison("empty", new byte[0], "not-json"));
    all.add(new Poison("null", null, "not-json"));
    all.add(new Poison("zeros", new byte[1024], "not-json"));
    all.add(new Poison("deep", Texts.utf8(nested("{\"a\":", "1", "}")), "not-json"));
    all.add(
        new Poison("deep-list", Texts.utf8("{\"a\":" + nested("[", "", "]") + "}"), "not-json"));
    all.add(new Poison("not-utf8", sound.getBytes(StandardCharsets.UTF_16), "not-utf8"));
    all.add(
        new Poison("latin1", "{\"a\": \"é\"}".getBytes(StandardCharsets.ISO_8859_1), "not-utf8"));
    all.add(new Poison("large", Texts.utf8(padded(sound)), "too-large"));
    all.add(new Poison("large-rubbish", new byte[FIVE_MEGABYTES], "too-large"));
    for (String line :
        Texts.resource("/submissions/observation-questions.paths.csv").lines().toList()) {
      if (!line.startsWith("#") && !line.startsWith("answers[")) {
        wrongType(
            sound,
            line.substring(0, line.indexOf(',')),
            line.substring(line.indexOf(',') + 1),
            all);
      }
    }
    return all;
  }

  private static void wrongType(String sound, String path, String due, List<Poison> all) {
    Object wrong;
    if (NUMBER_IS_WRONG.contains(due)) {
      wrong = 7;
    } else if (DOCUMENT_IS_WRONG.contains(due)) {
      wrong = new Document("wrong", true);
    } else if (due.equals("document")) {
      wrong = "wrong";
    } else {
      return;
    }
    Document message = Document.parse(sound);
    if (!path.equals("_id")) {
      message.put("_id", "wrong-" + path);
    }
    set(message, List.of(path.split("\\.")), wrong);
    all.add(new Poison("wrong-" + path, Texts.utf8(message.toJson()), "wrong-type:" + path));
  }

  /** In every element, because not every rule reads each of them. */
  private static void set(Document parent, List<String> path, Object wrong) {
    String name = path.get(0).replace("[]", "");
    boolean last = path.size() == 1;
    boolean elements = path.get(0).endsWith("[]");
    if (!elements && last) {
      parent.put(name, wrong);
    } else if (elements && last) {
      parent.put(
          name, parent.get(name) instanceof Document ? new Document("any", wrong) : List.of(wrong));
    } else {
      List<String> rest = path.subList(1, path.size());
      Object value = parent.computeIfAbsent(name, any -> new Document());
      children(value, elements).forEach(child -> set(child, rest, wrong));
    }
  }

  private static Collection<Document> children(Object value, boolean elements) {
    if (!elements) {
      return List.of((Document) value);
    }
    Collection<?> children = value instanceof Document map ? map.values() : (List<?>) value;
    return children.stream().map(Document.class::cast).toList();
  }

  private static String nested(String open, String middle, String close) {
    return open.repeat(DEEP) + middle + close.repeat(DEEP);
  }

  private static String padded(String sound) {
    return "{\"padding\": \""
        + "x".repeat(FIVE_MEGABYTES)
        + "\","
        + sound.substring(sound.indexOf('{') + 1);
  }
}
