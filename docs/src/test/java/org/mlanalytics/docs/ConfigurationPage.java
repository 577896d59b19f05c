package org.mlanalytics.docs;

import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.nodeTypes.NodeWithJavadoc;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The operators' page of configuration keys. */
final class ConfigurationPage {

  private static final Pattern BY_NAME = Pattern.compile("Map<String,\\s*(\\w+)>");

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("String", "text"),
          Map.entry("Path", "path"),
          Map.entry("ZoneId", "time zone"),
          Map.entry("Duration", "duration"),
          Map.entry("int", "whole number"),
          Map.entry("long", "whole number"),
          Map.entry("double", "number"),
          Map.entry("boolean", "true or false"),
          Map.entry("URI", "address"),
          Map.entry("Map<String,String>", "texts by name"),
          Map.entry("Map<String,FetchRules>", "the other rules, by tenant"),
          Map.entry("DruidInput", "`s3` or `http`"));

  private static final Set<String> SHARED = Set.of("runtime", "publishing");

  private final StringBuilder page = new StringBuilder();
  private final Settings settings = Settings.load();

  private ConfigurationPage() {}

  static String render() {
    return new ConfigurationPage().text();
  }

  private String text() {
    page.append(
        """
        # Configuration

        <!-- Generated from the @ConfigMapping interfaces and the property files of the functions; docs/update writes it anew. -->

        Every key has a default that suits one machine. A key is set by a system property (`-Dmla.env=prod`), by its environment variable
        or in `config/application.properties` of the working directory; the first of these wins. Keys of Quarkus itself (`quarkus.*`, `mp.messaging.*`)
        are set the same way. `mla.trigger.kafka` is chosen when a function is built. Durations are written like `30s`, `15m`, `48h`.

        ## Addresses

        | environment variable | default | sets | where it differs |
        |---|---|---|---|
        """);
    settings.variables().forEach(variable -> page.append(variable.line()));
    Sources.annotated("ConfigMapping").forEach(this::mapping);
    return page.toString();
  }

  private void mapping(ClassOrInterfaceDeclaration mapping) {
    String prefix = Sources.value(mapping, "ConfigMapping", "prefix").orElseThrow();
    page.append("\n## ").append(prefix).append("\n\n").append(meaning(mapping)).append("\n");
    table(mapping, prefix);
  }

  private void table(ClassOrInterfaceDeclaration group, String prefix) {
    Map<MethodDeclaration, ClassOrInterfaceDeclaration> groups = groups(group);
    List<MethodDeclaration> leaves =
        methods(group).stream().filter(m -> !groups.containsKey(m)).toList();
    if (!leaves.isEmpty()) {
      page.append(
          """

          | key | type | default | meaning | environment variable |
          |---|---|---|---|---|
          """);
      leaves.forEach(leaf -> line(leaf, prefix + "." + kebab(leaf)));
    }
    groups.forEach(
        (method, inner) -> {
          String inside = prefix + "." + kebab(method) + (byName(method) ? ".<name>" : "");
          page.append("\n### %s%n%n%s%n".formatted(inside.replace("<name>", "*"), meaning(method)));
          table(inner, inside);
        });
  }

  private void line(MethodDeclaration leaf, String key) {
    page.append(
        "| `%s` | %s | %s | %s | `%s` |%n"
            .formatted(
                key,
                type(leaf.getTypeAsString()),
                standard(leaf, key),
                meaning(leaf),
                key.replace("<name>", "NAME")
                    .toUpperCase(Locale.ROOT)
                    .replaceAll("[^A-Z0-9]", "_")));
  }

  /** The default of the mapping, unless the property files of the functions have another. */
  private String standard(MethodDeclaration leaf, String key) {
    Map<String, String> byModule = settings.of(key);
    String declared =
        Sources.value(leaf, "WithDefault", "value").map(v -> "`" + v + "`").orElse("");
    String set =
        byModule.entrySet().stream()
            .filter(e -> !declared.equals("`" + e.getValue() + "`"))
            .filter(e -> !e.getValue().isEmpty())
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getValue,
                    TreeMap::new,
                    Collectors.mapping(Map.Entry::getKey, Collectors.joining(", "))))
            .entrySet()
            .stream()
            .map(e -> "`" + e.getKey() + "`" + in(e.getValue()))
            .collect(Collectors.joining("; "));
    if (declared.isEmpty() && set.isEmpty()) {
      return "none";
    }
    return declared.isEmpty() ? set : set.isEmpty() ? declared : declared + "; " + set;
  }

  /** The shared modules are part of every function. */
  private static String in(String modules) {
    return SHARED.contains(modules) ? "" : " in " + modules;
  }

  private static String type(String type) {
    return type.startsWith("Optional<")
        ? type(type.substring("Optional<".length(), type.length() - 1)) + ", may be missing"
        : TYPES.getOrDefault(type, "`" + type + "`");
  }

  /** Methods that are groups of keys themselves. */
  private static Map<MethodDeclaration, ClassOrInterfaceDeclaration> groups(
      ClassOrInterfaceDeclaration group) {
    Map<MethodDeclaration, ClassOrInterfaceDeclaration> groups = new LinkedHashMap<>();
    for (MethodDeclaration method : methods(group)) {
      ClassOrInterfaceDeclaration declarer =
          method.findAncestor(ClassOrInterfaceDeclaration.class).orElseThrow();
      Matcher byName = BY_NAME.matcher(method.getTypeAsString());
      String type = byName.matches() ? byName.group(1) : method.getTypeAsString();
      declarer.getMembers().stream()
          .filter(ClassOrInterfaceDeclaration.class::isInstance)
          .map(ClassOrInterfaceDeclaration.class::cast)
          .filter(inner -> inner.getNameAsString().equals(type))
          .findFirst()
          .ifPresent(inner -> groups.put(method, inner));
    }
    return groups;
  }

  /** The methods of a group, first those of what it extends. */
  private static List<MethodDeclaration> methods(ClassOrInterfaceDeclaration group) {
    return Stream.concat(
            group.getExtendedTypes().stream()
                .flatMap(parent -> methods(Sources.type(parent.getNameAsString())).stream()),
            group.getMethods().stream())
        .toList();
  }

  private static boolean byName(MethodDeclaration method) {
    return BY_NAME.matcher(method.getTypeAsString()).matches();
  }

  private static String kebab(MethodDeclaration method) {
    return method.getNameAsString().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  private static String meaning(NodeWithJavadoc<?> documented) {
    return documented
        .getJavadoc()
        .map(javadoc -> Markdown.ofJavadoc(javadoc.getDescription().toText()))
        .orElseThrow(() -> new IllegalStateException("no Javadoc: " + documented));
  }
}
