package org.mlanalytics.local.druid;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The properties of one service: the common file, then the service's, then what the system
 * properties override.
 */
final class ServiceProperties {

  private static final String OVERRIDE_PREFIX = "druid.";
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([a-z.]+)}");
  private static final String PORT_PREFIX = "port.";

  private ServiceProperties() {}

  static Properties of(Service service, Settings settings) throws IOException {
    Properties properties = new Properties();
    load(properties, "common");
    load(properties, service.id());
    properties.setProperty("druid.service", "druid/" + service.id());
    properties.setProperty("druid.plaintextPort", String.valueOf(settings.port(service.id())));
    properties.setProperty(
        "druid.processing.tmpDir", settings.dir().resolve("tmp-" + service.id()).toString());
    properties.replaceAll((key, value) -> resolve((String) value, settings));
    System.getProperties().stringPropertyNames().stream()
        .filter(key -> key.startsWith(OVERRIDE_PREFIX))
        .forEach(key -> properties.setProperty(key, System.getProperty(key)));
    return properties;
  }

  private static void load(Properties target, String name) throws IOException {
    String resource = "/druid/" + name + ".properties";
    try (InputStream in = ServiceProperties.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new FileNotFoundException(resource);
      }
      target.load(in);
    }
  }

  private static String resolve(String value, Settings settings) {
    return PLACEHOLDER
        .matcher(value)
        .replaceAll(match -> Matcher.quoteReplacement(valueOf(match.group(1), settings)));
  }

  private static String valueOf(String placeholder, Settings settings) {
    if (placeholder.startsWith(PORT_PREFIX)) {
      return String.valueOf(settings.port(placeholder.substring(PORT_PREFIX.length())));
    }
    return switch (placeholder) {
      case "host" -> Settings.HOST;
      case "dir" -> settings.dir().toString();
      case "database" -> settings.database();
      default -> throw new IllegalArgumentException("Unknown placeholder " + placeholder);
    };
  }
}
