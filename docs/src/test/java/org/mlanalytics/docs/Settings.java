package org.mlanalytics.docs;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the property files of the functions set: defaults that are no constants of a mapping. */
final class Settings {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*):([^}]*)}");
  private static final Pattern KEY = Pattern.compile("\\$\\{([a-z][^}:]*):[^}]*}");

  private final Map<String, Map<String, String>> byKey = new TreeMap<>();

  private Settings() {}

  static Settings load() {
    Settings settings = new Settings();
    for (Path file : Repository.files("functions", ".properties")) {
      if (Repository.name(file).contains("/src/main/resources/")) {
        settings.add(file);
      }
    }
    return settings;
  }

  /** The default of a key in each module that sets it: module to value. */
  Map<String, String> of(String key) {
    Map<String, String> values = new TreeMap<>();
    byKey.getOrDefault(key, Map.of()).forEach((module, value) -> values.put(module, plain(value)));
    return values;
  }

  /** A variable becomes its default, a key stays a reference. */
  private static String plain(String value) {
    return KEY.matcher(PLACEHOLDER.matcher(value).replaceAll("$2")).replaceAll("\\${$1}");
  }

  /** Environment variables that the property files name, sorted. */
  List<Variable> variables() {
    Map<String, Variable> variables = new TreeMap<>();
    byKey.forEach(
        (key, byModule) ->
            byModule.forEach(
                (module, value) -> {
                  Matcher m = PLACEHOLDER.matcher(value);
                  while (m.find()) {
                    variables
                        .computeIfAbsent(m.group(1), name -> new Variable(name, key))
                        .defaults
                        .put(module, m.group(2));
                  }
                }));
    return List.copyOf(variables.values());
  }

  private void add(Path file) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(Repository.text(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String module = Repository.name(file).replaceFirst("/src/main/.*", "").replaceFirst(".*/", "");
    properties.forEach(
        (key, value) ->
            byKey.computeIfAbsent((String) key, k -> new TreeMap<>()).put(module, (String) value));
  }

  /** An environment variable that a property file names. */
  static final class Variable {

    private final String name;
    private final String key;
    private final Map<String, String> defaults = new LinkedHashMap<>();

    private Variable(String name, String key) {
      this.name = name;
      this.key = key;
    }

    String line() {
      String first = defaults.values().iterator().next();
      String others =
          defaults.entrySet().stream()
              .filter(e -> !e.getValue().equals(first))
              .map(e -> "`" + e.getValue() + "` in " + e.getKey())
              .collect(Collectors.joining("; "));
      return "| `%s` | %s | `%s` | %s |%n"
          .formatted(name, first.isEmpty() ? "none" : "`" + first + "`", key, others);
    }
  }
}
