package org.mlanalytics.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The operators' pages have a section for everything that the code offers, and for nothing else.
 */
class OperatorsPagesTest {

  private static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE");

  @Test
  void addresses() {
    Set<String> offered =
        Sources.annotated("Path").stream()
            .filter(type -> !type.isInterface())
            .flatMap(OperatorsPagesTest::addresses)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> described =
        headings("http-api.md")
            .filter(heading -> METHODS.contains(heading.split(" ")[0]))
            // served by extensions, not by resources
            .filter(heading -> !heading.endsWith("/q/health"))
            .filter(heading -> !heading.equals("POST /"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(offered, described);
  }

  @Test
  void functions() {
    Set<String> offered =
        Sources.types().stream()
            .filter(type -> !type.isInterface())
            .filter(OperatorsPagesTest::isFunction)
            .map(OperatorsPagesTest::name)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> described =
        headings("functions.md")
            .filter(heading -> heading.matches("[a-z]+(-[a-z]+)+"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(offered, described);
  }

  private static Stream<String> headings(String page) {
    return Markdown.of(Repository.file("docs/operators/" + page)).headings().stream()
        .map(heading -> heading.replace("`", ""));
  }

  private static Stream<String> addresses(ClassOrInterfaceDeclaration resource) {
    String root = path(Sources.value(resource, "Path", "value").orElseThrow());
    return resource.getMethods().stream()
        .flatMap(
            method ->
                METHODS.stream()
                    .filter(method::isAnnotationPresent)
                    .map(verb -> verb + " " + address(root, method)));
  }

  private static String address(String root, MethodDeclaration method) {
    String address = root + Sources.value(method, "Path", "value").map(p -> path(p)).orElse("");
    return address.isEmpty() ? "/" : address;
  }

  private static String path(String value) {
    String path = value.startsWith("/") ? value : "/" + value;
    return path.equals("/") ? "" : path;
  }

  private static boolean isFunction(ClassOrInterfaceDeclaration type) {
    return type.getImplementedTypes().stream()
        .anyMatch(
            t ->
                Set.of("BatchFunction", "SharedStep", "SweepFunction", "StreamFunction")
                    .contains(t.getNameAsString()));
  }

  private static String name(ClassOrInterfaceDeclaration function) {
    return function
        .getFieldByName("NAME")
        .flatMap(field -> field.findFirst(StringLiteralExpr.class))
        .orElseThrow()
        .asString();
  }
}
