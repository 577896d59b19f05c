package org.mlanalytics.publishing.load;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.not;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.type;

import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.BsonType;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;

/**
 * A part of a collection: the documents whose ids lie in a range. The ranges of a split hold every
 * document exactly once, whatever its id is: ids of other types than ObjectId are in the first one.
 *
 * @param from first id, or null for the first range
 * @param to first id of the next range, or null for the last one
 */
public record IdRange(ObjectId from, ObjectId to) {

  private static final Pattern SCOPE = Pattern.compile("(first|[0-9a-f]{24})-([0-9a-f]{24}|last)");

  /** The whole collection. */
  public static final IdRange ALL = new IdRange(null, null);

  /** The ranges between boundaries that rise. */
  public static List<IdRange> between(List<ObjectId> boundaries) {
    List<IdRange> ranges = new ArrayList<>();
    ObjectId from = null;
    for (ObjectId to : boundaries) {
      ranges.add(new IdRange(from, to));
      from = to;
    }
    ranges.add(new IdRange(from, null));
    return ranges;
  }

  /** The range as scope of a run. */
  public String scope() {
    return (from == null ? "first" : from.toHexString())
        + "-"
        + (to == null ? "last" : to.toHexString());
  }

  /** The range that a scope names; empty if it names none. */
  public static Optional<IdRange> of(String scope) {
    Matcher matcher = SCOPE.matcher(scope);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new IdRange(
            matcher.group(1).equals("first") ? null : new ObjectId(matcher.group(1)),
            matcher.group(2).equals("last") ? null : new ObjectId(matcher.group(2))));
  }

  /** The documents of the range. */
  public Bson filter() {
    if (from == null && to == null) {
      return Filters.empty();
    }
    if (from == null) {
      // comparisons find values of the same type only
      return or(lt("_id", to), not(type("_id", BsonType.OBJECT_ID)));
    }
    return to == null ? gte("_id", from) : and(gte("_id", from), lt("_id", to));
  }
}
