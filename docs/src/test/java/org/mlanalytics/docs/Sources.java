package org.mlanalytics.docs;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MemberValuePair;
import com.github.javaparser.ast.nodeTypes.NodeWithAnnotations;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The sources of all functions as trees. */
final class Sources {

  private static final JavaParser PARSER =
      new JavaParser(
          new ParserConfiguration().setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_17));

  private Sources() {}

  /** Types of the deployed code that carry an annotation, in the order of their files. */
  static List<ClassOrInterfaceDeclaration> annotated(String annotation) {
    return types().stream().filter(t -> t.isAnnotationPresent(annotation)).toList();
  }

  /** All classes and interfaces of the deployed code, in the order of their files. */
  static List<ClassOrInterfaceDeclaration> types() {
    return Repository.mainSources("functions").stream()
        .flatMap(file -> parse(file).findAll(ClassOrInterfaceDeclaration.class).stream())
        .toList();
  }

  /** The type of the deployed code with a simple name. */
  static ClassOrInterfaceDeclaration type(String name) {
    return types().stream().filter(t -> t.getNameAsString().equals(name)).findFirst().orElseThrow();
  }

  /** The only value of an annotation, or the one with a name. */
  static Optional<String> value(NodeWithAnnotations<?> node, String annotation, String name) {
    return node.getAnnotationByName(annotation).flatMap(a -> value(a, name));
  }

  private static Optional<String> value(AnnotationExpr annotation, String name) {
    if (annotation.isSingleMemberAnnotationExpr()) {
      return text(annotation.asSingleMemberAnnotationExpr().getMemberValue());
    }
    return annotation.findAll(MemberValuePair.class).stream()
        .filter(pair -> pair.getNameAsString().equals(name))
        .findFirst()
        .flatMap(pair -> text(pair.getValue()));
  }

  private static Optional<String> text(Expression value) {
    return value.isStringLiteralExpr()
        ? Optional.of(value.asStringLiteralExpr().asString())
        : Optional.empty();
  }

  private static CompilationUnit parse(Path file) {
    return PARSER
        .parse(Repository.text(file))
        .getResult()
        .orElseThrow(() -> new IllegalStateException("cannot be parsed: " + file));
  }
}
