package org.mlanalytics.suite;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.quarkus.scheduler.Scheduled;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The rules of the house, over everything that is deployed. */
class HouseRulesTest {

  /** What {@code ScheduleSwitch} looks for; by other keys, a schedule would be off. */
  private static final Pattern SCHEDULE = Pattern.compile("\\{mla\\.[a-z-]+\\.(cron|every)}");

  private static final Predicate<JavaAnnotation<?>> IS_FOUND =
      annotation ->
          Stream.of("cron", "every")
              .flatMap(property -> annotation.get(property).stream())
              .anyMatch(key -> SCHEDULE.matcher(key.toString()).matches());

  static final ArchRule CORE_DEPENDS_ON_NOTHING_BUT_JAVA_AND_A_JSON_PARSER =
      classes()
          .that()
          .resideInAPackage("org.mlanalytics.core..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("org.mlanalytics.core..", "java..", "com.fasterxml.jackson.core..");

  static final ArchRule CORE_HAS_NO_CLOCK =
      noClasses()
          .that()
          .resideInAPackage("org.mlanalytics.core..")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.time.Clock")
          .orShould()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(java.time.LocalDate.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime");

  static final ArchRule RUNTIME_KNOWS_NO_FUNCTION_AND_NO_PUBLISHING =
      classes()
          .that()
          .resideInAPackage("org.mlanalytics.runtime..")
          .should()
          .onlyDependOnClassesThat(
              resideInAPackage("org.mlanalytics.core..")
                  .or(resideInAPackage("org.mlanalytics.runtime.."))
                  .or(resideOutsideOfPackages("org.mlanalytics..")));

  static final ArchRule PUBLISHING_KNOWS_CORE_AND_RUNTIME_ONLY =
      classes()
          .that()
          .resideInAPackage("org.mlanalytics.publishing..")
          .should()
          .onlyDependOnClassesThat(
              resideInAPackage("org.mlanalytics.core..")
                  .or(resideInAPackage("org.mlanalytics.runtime.."))
                  .or(resideInAPackage("org.mlanalytics.publishing.."))
                  .or(resideOutsideOfPackages("org.mlanalytics..")));

  static final ArchRule NO_FUNCTION_DEPENDS_ON_ANOTHER =
      slices().matching("org.mlanalytics.(batch|stream).(*)..").should().notDependOnEachOther();

  static final ArchRule STREAMING_KNOWS_CORE_AND_RUNTIME_ONLY =
      classes()
          .that()
          .resideInAPackage("org.mlanalytics.streaming..")
          .should()
          .onlyDependOnClassesThat(
              resideInAPackage("org.mlanalytics.core..")
                  .or(resideInAPackage("org.mlanalytics.runtime.."))
                  .or(resideInAPackage("org.mlanalytics.streaming.."))
                  .or(resideOutsideOfPackages("org.mlanalytics..")));

  static final ArchRule NO_STANDARD_STREAMS = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

  static final ArchRule NO_JAVA_LOGGING = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

  static final ArchRule NO_FIELD_INJECTION = NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

  static final ArchRule NO_SLEEPING =
      noClasses()
          .should()
          .callMethod(Thread.class, "sleep", long.class)
          .orShould()
          .callMethod(Thread.class, "sleep", long.class, int.class)
          .orShould()
          .callMethod(Thread.class, "sleep", java.time.Duration.class)
          .orShould()
          .callMethod(java.util.concurrent.TimeUnit.class, "sleep", long.class);

  static final ArchRule SCHEDULES_ARE_FOUND_BY_THEIR_KEYS =
      methods()
          .that()
          .areAnnotatedWith(Scheduled.class)
          .should()
          .beAnnotatedWith(describe("scheduled by mla.<function>.cron or .every", IS_FOUND));

  static final ArchRule CONFIGURATION_IS_TYPED =
      fields().should().notBeAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty");

  /** A test for each rule; ArchUnit's own engine reports none to Surefire, broken or not. */
  @TestFactory
  Stream<DynamicTest> everyRule() {
    JavaClasses deployed =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.mlanalytics");
    return Arrays.stream(HouseRulesTest.class.getDeclaredFields())
        .filter(field -> ArchRule.class.isAssignableFrom(field.getType()))
        .map(field -> DynamicTest.dynamicTest(field.getName(), () -> rule(field).check(deployed)));
  }

  private static ArchRule rule(Field field) throws IllegalAccessException {
    return (ArchRule) field.get(null);
  }
}
