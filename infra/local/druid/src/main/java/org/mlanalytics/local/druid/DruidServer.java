package org.mlanalytics.local.druid;

import com.google.inject.Injector;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.druid.cli.ServerRunnable;
import org.apache.druid.guice.RuntimeInfoModule;
import org.apache.druid.guice.StartupInjectorBuilder;

/**
 * A whole Apache Druid cluster in one JVM: ZooKeeper, coordinator with overlord and the Derby
 * metadata store, broker, historical, indexer and router, all on 127.0.0.1. Every service is the
 * stock server; only the composition is ours.
 *
 * <p>It never becomes ready by itself: whoever starts it asks the services over HTTP. It ends with
 * status {@value #SERVICE_FAILED} as soon as one service fails, because a cluster with a part
 * missing answers in confusing ways.
 *
 * @see Settings for its system properties
 */
public final class DruidServer {

  private static final int SERVICE_FAILED = 3;

  private DruidServer() {}

  /** Runs until the process is ended. */
  public static void main(String[] args) throws Exception {
    Settings settings = Settings.fromSystemProperties();
    Files.createDirectories(settings.dir());
    ZooKeeper.start(settings.dir().resolve("zookeeper"), settings.port("zookeeper"));
    List<Thread> services = new ArrayList<>();
    for (Service service : Service.values()) {
      Thread thread = new Thread(() -> run(service, settings), "druid-" + service.id());
      thread.start();
      services.add(thread);
    }
    for (Thread service : services) {
      service.join();
    }
  }

  private static void run(Service service, Settings settings) {
    try {
      Properties properties = ServiceProperties.of(service, settings);
      ServerRunnable server = service.create();
      startupInjector(properties).injectMembers(server);
      server.run();
    } catch (Throwable failure) {
      failure.printStackTrace();
      Runtime.getRuntime().halt(SERVICE_FAILED);
    }
  }

  // The stock start-up reads one runtime.properties for the whole process; here each service has
  // properties of its own.
  private static Injector startupInjector(Properties properties) {
    return new StartupInjectorBuilder()
        .withProperties(properties)
        .withExtensions()
        .add(new RuntimeInfoModule())
        .build();
  }
}
