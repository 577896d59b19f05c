package org.mlanalytics.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;

/**
 * Describes a {@link ChildJvm}: either {@link #mainClass} with a class path, or a {@link #jar}.
 * Everything else is optional; {@link #start} may be called more than once.
 */
public final class ChildJvmBuilder {

  private static final String DEFAULT_DIR = "ml-analytics-child";

  private final String name;
  private final List<String> jvmArguments = new ArrayList<>();
  private final Map<String, String> properties = new LinkedHashMap<>();
  private final Map<String, String> environment = new LinkedHashMap<>();
  private List<String> arguments = List.of();
  private String mainClass;
  private String classPath;
  private Path jar;
  private Path directory;
  private Path log;
  private boolean parentWatch = true;

  ChildJvmBuilder(String name) {
    this.name = name;
  }

  /** A main class and the class path to run it with. */
  public ChildJvmBuilder mainClass(String mainClass, String classPath) {
    this.mainClass = mainClass;
    this.classPath = classPath;
    return this;
  }

  /** An executable jar, such as a Quarkus application's {@code quarkus-run.jar}. */
  public ChildJvmBuilder jar(Path jar) {
    this.jar = jar.toAbsolutePath();
    return this;
  }

  /** Arguments of the JVM, added to those given before; a later one wins over an earlier one. */
  public ChildJvmBuilder jvmArguments(List<String> more) {
    jvmArguments.addAll(more);
    return this;
  }

  /** A system property. */
  public ChildJvmBuilder property(String key, String value) {
    properties.put(key, value);
    return this;
  }

  /** A variable added to the environment that the child inherits. */
  public ChildJvmBuilder environment(String key, String value) {
    environment.put(key, value);
    return this;
  }

  /** The program's own arguments. */
  public ChildJvmBuilder arguments(String... arguments) {
    this.arguments = List.of(arguments);
    return this;
  }

  /** The working directory, created if absent; by default a temporary one. */
  public ChildJvmBuilder directory(Path directory) {
    this.directory = directory;
    return this;
  }

  /** Where the output is appended; by default {@code <name>.log} in the working directory. */
  public ChildJvmBuilder log(Path log) {
    this.log = log;
    return this;
  }

  /**
   * Whether the child ends when its parent is killed (the default). Without, it is started plainly.
   */
  public ChildJvmBuilder parentWatch(boolean parentWatch) {
    this.parentWatch = parentWatch;
    return this;
  }

  /** Starts the process and returns at once. */
  public ChildJvm start() {
    try {
      Path dir = workingDirectory();
      Path output = log == null ? dir.resolve(name + ".log") : log.toAbsolutePath();
      Files.createDirectories(output.getParent());
      // An argument file: two hundred jars make a command line that some systems refuse.
      Path arguments = Files.write(dir.resolve(name + ".args"), commandLine());
      Path java = Path.of(System.getProperty("java.home"), "bin", "java");
      ProcessBuilder process =
          new ProcessBuilder(java.toString(), "@" + arguments)
              .directory(dir.toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
      process.environment().putAll(environment);
      return new ChildJvm(name, process.start(), output);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private Path workingDirectory() throws IOException {
    return directory == null
        ? Files.createTempDirectory(DEFAULT_DIR)
        : Files.createDirectories(directory.toAbsolutePath());
  }

  private List<String> commandLine() throws IOException {
    List<String> lines = new ArrayList<>(jvmArguments);
    properties.forEach((key, value) -> lines.add("-D" + key + "=" + value));
    if (parentWatch) {
      String watched = jar == null ? classPath : jar.toString();
      lines.add("-cp");
      lines.add(watched + File.pathSeparator + ServerModule.SERVERS.classes());
      lines.add(WatchedMain.class.getName());
      lines.add(jar == null ? mainClass : mainClassOf(jar));
    } else if (jar == null) {
      lines.addAll(List.of("-cp", classPath, mainClass));
    } else {
      lines.addAll(List.of("-jar", jar.toString()));
    }
    lines.addAll(arguments);
    return lines.stream().map(ChildJvmBuilder::quoted).toList();
  }

  private static String mainClassOf(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.getManifest().getMainAttributes().getValue("Main-Class");
    }
  }

  // The launcher splits an argument file at blanks and takes a backslash inside quotes for an
  // escape.
  private static String quoted(String argument) {
    return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
