package org.mlanalytics.local.kafka;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Properties;

/**
 * The broker's properties: those of the resource {@code broker.properties}, the addresses, and the
 * overrides.
 */
final class BrokerProperties {

  private static final String HOST = "127.0.0.1";
  private static final String RESOURCE = "/broker.properties";
  private static final String OVERRIDE_PREFIX = "local.kafka.";

  private BrokerProperties() {}

  static Properties of(Path dir, int brokerPort, int controllerPort) throws IOException {
    String broker = "PLAINTEXT://" + HOST + ":" + brokerPort;
    String controller = HOST + ":" + controllerPort;
    Properties properties = new Properties();
    try (InputStream in = BrokerProperties.class.getResourceAsStream(RESOURCE)) {
      properties.load(in);
    }
    properties.setProperty("listeners", broker + ",CONTROLLER://" + controller);
    properties.setProperty("advertised.listeners", broker);
    properties.setProperty(
        "controller.quorum.voters", properties.getProperty("node.id") + "@" + controller);
    properties.setProperty("log.dirs", dir.resolve("data").toString());
    System.getProperties().stringPropertyNames().stream()
        .filter(key -> key.startsWith(OVERRIDE_PREFIX))
        .forEach(
            key ->
                properties.setProperty(
                    key.substring(OVERRIDE_PREFIX.length()), System.getProperty(key)));
    return properties;
  }
}
