package org.mlanalytics.local.streams;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.bson.Document;
import org.mlanalytics.local.data.ObservationMessage;

/**
 * Messages that give rows though something is odd in them: in one answer, which is put aside, or in
 * a way that no rule minds.
 */
final class OddMessages {

  private final List<ObservationMessage> messages = new ArrayList<>();
  private final Map<String, String> reasons = new TreeMap<>();

  /** Takes as many sound messages as there are kinds of oddity. */
  OddMessages(List<ObservationMessage> sound) {
    List<ObservationMessage> left = new ArrayList<>(sound);
    spoil(left.remove(0), "text", "text-not-text", answer -> answer.put("value", 7));
    spoil(
        left.remove(0),
        "text",
        "unknown-response-type",
        answer -> answer.put("responseType", "hologram"));
    spoil(left.remove(0), "radio", "no-matching-option", answer -> answer.put("value", "R99"));
    spoil(
        left.remove(0),
        "radio",
        "wrong-type:answers[].options",
        answer -> answer.put("options", 7));
    // a name that comes twice counts once, the first time
    keep(left.remove(0), "{\"_id\":", "{\"_id\": \"%s\", \"_id\": [], \"second\":");
    // numbers that no type of a machine holds
    keep(
        left.remove(0),
        "{\"_id\":",
        "{\"_id\": \"%s\", \"pointsBasedMaxScore\": 1e999999999, \"second\":");
    keep(
        left.remove(0),
        "{\"_id\":",
        "{\"_id\": \"%s\", \"pointsBasedMaxScore\": " + "9".repeat(10_000) + ", \"second\":");
  }

  /** The messages, with the keys of the rows that they have to give. */
  List<ObservationMessage> messages() {
    return messages;
  }

  /** The reason of the one dead letter of each message that has one, by its id. */
  Map<String, String> reasons() {
    return reasons;
  }

  private void spoil(
      ObservationMessage sound, String kind, String reason, Consumer<Document> fault) {
    Document message = Document.parse(sound.json());
    Document answer =
        message.get("answers", Document.class).values().stream()
            .map(Document.class::cast)
            .filter(each -> each.getString("responseType").equals(kind))
            .findFirst()
            .orElseThrow();
    String question = ':' + answer.getString("qid") + ':';
    fault.accept(answer);
    List<String> others = sound.rowKeys().stream().filter(key -> !key.contains(question)).toList();
    messages.add(new ObservationMessage(sound.id(), message.toJson(), others));
    reasons.put(sound.id(), reason);
  }

  private void keep(ObservationMessage sound, String there, String instead) {
    String json = sound.json().replace(there, instead.formatted(sound.id()));
    if (json.equals(sound.json())) {
      throw new IllegalStateException("not found: " + there);
    }
    messages.add(new ObservationMessage(sound.id(), json, sound.rowKeys()));
  }
}
