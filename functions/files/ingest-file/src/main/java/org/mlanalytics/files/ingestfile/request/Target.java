package org.mlanalytics.files.ingestfile.request;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mlanalytics.core.dataset.Granularity;

/**
 * Where rows go.
 *
 * @param kind kind of the server
 * @param name name there, within the tenant
 * @param span whole hours, days, months or years that the rows replace; null for everything, and
 *     always for other kinds than {@link Kind#DRUID}
 */
public record Target(Kind kind, String name, Granularity span) {

  private static final Pattern SYNTAX =
      Pattern.compile(
          "(?:(mongo|kafka|druid):([A-Za-z][A-Za-z0-9_-]{0,63})"
              + "|druid:([A-Za-z][A-Za-z0-9_-]{0,63})@(hour|day|month|year))");

  /** Kinds of servers that rows are loaded into. */
  public enum Kind {
    /** A collection of the tenant's database. */
    MONGO,
    /** A topic of the tenant. */
    KAFKA,
    /** A datasource of the tenant. */
    DRUID
  }

  /** A target of which rows replace everything, or nothing. */
  public Target(Kind kind, String name) {
    this(kind, name, null);
  }

  /** The target as requests write it, or null when the text is none. */
  public static Target parse(String text) {
    Matcher matcher = SYNTAX.matcher(text);
    if (!matcher.matches()) {
      return null;
    }
    return matcher.group(4) == null
        ? new Target(Kind.valueOf(upper(matcher.group(1))), matcher.group(2))
        : new Target(Kind.DRUID, matcher.group(3), Granularity.valueOf(upper(matcher.group(4))));
  }

  /** As requests write it, like {@code mongo:alarms} or {@code druid:alarms@hour}. */
  public String label() {
    return lower(kind) + ":" + name + (span == null ? "" : "@" + lower(span));
  }

  /**
   * Name of the dataset in the run ledger, fit for a path: like {@code mongo.alarms} or {@code
   * druid.alarms.hour}.
   */
  public String dataset() {
    return label().replace(':', '.').replace('@', '.');
  }

  /**
   * The target of a dataset in the run ledger.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static Target ofDataset(String dataset) {
    Target target = parse(dataset.replaceFirst("\\.", ":").replace('.', '@'));
    if (target == null) {
      throw new IllegalArgumentException("no target: " + dataset);
    }
    return target;
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static String upper(String text) {
    return text.toUpperCase(Locale.ROOT);
  }
}
