package org.mlanalytics.files.ingestfile.request;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where rows go.
 *
 * @param kind kind of the server
 * @param name name there, within the tenant
 */
public record Target(Kind kind, String name) {

  private static final Pattern SYNTAX =
      Pattern.compile("(mongo|kafka|druid):([A-Za-z][A-Za-z0-9_-]{0,63})");

  /** Kinds of servers that rows are loaded into. */
  public enum Kind {
    /** A collection of the tenant's database. */
    MONGO,
    /** A topic of the tenant. */
    KAFKA,
    /** A datasource of the tenant. */
    DRUID
  }

  /** The target as requests write it, or null when the text is none. */
  public static Target parse(String text) {
    Matcher matcher = SYNTAX.matcher(text);
    return matcher.matches()
        ? new Target(Kind.valueOf(matcher.group(1).toUpperCase(Locale.ROOT)), matcher.group(2))
        : null;
  }

  /** As requests write it, like {@code mongo:alarms}. */
  public String label() {
    return kind.name().toLowerCase(Locale.ROOT) + ":" + name;
  }

  /** Name of the dataset in the run ledger, fit for a path: like {@code mongo.alarms}. */
  public String dataset() {
    return label().replace(':', '.');
  }

  /**
   * The target of a dataset in the run ledger.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static Target ofDataset(String dataset) {
    Target target = parse(dataset.replaceFirst("\\.", ":"));
    if (target == null) {
      throw new IllegalArgumentException("no target: " + dataset);
    }
    return target;
  }
}
