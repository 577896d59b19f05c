package org.mlanalytics.bench;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.RuntimeMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.stream.Collectors;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/**
 * What this process has used since its start: wall and CPU time with the start of the JVM and its
 * compilations, the highest resident memory, and the most that was left on the heap after a full
 * collection. What a young collection leaves is mostly garbage that has grown old, so it does not
 * count.
 */
public final class Probe {

  /** A system property: collect the garbage each time so many documents were read. */
  static final String COLLECT_EVERY = "bench.collect.every";

  private static final long EVERY = Long.getLong(COLLECT_EVERY, Long.MAX_VALUE);

  private static final String FULL = "end of major GC";
  private static final String PEAK_RSS = "VmHWM:";

  private final Set<String> heapPools =
      ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(pool -> pool.getType() == MemoryType.HEAP)
          .map(MemoryPoolMXBean::getName)
          .collect(Collectors.toSet());
  private final LongAccumulator heapAfterGc = new LongAccumulator(Math::max, 0);

  /** Begins to watch the collections of garbage. */
  public Probe() {
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      ((NotificationEmitter) collector)
          .addNotificationListener((event, handback) -> collected(event), null, null);
    }
  }

  /** Tells how many documents were read. */
  public void step(long documents) {
    if (documents % EVERY == 0) {
      System.gc();
    }
  }

  /** Collects the garbage now if it is collected at all, when most is in memory. */
  public void collect() {
    if (EVERY != Long.MAX_VALUE) {
      System.gc();
    }
  }

  private void collected(Notification event) {
    GarbageCollectionNotificationInfo collection =
        GarbageCollectionNotificationInfo.from((CompositeData) event.getUserData());
    if (collection.getGcAction().equals(FULL)) {
      heapAfterGc.accumulate(
          collection.getGcInfo().getMemoryUsageAfterGc().entrySet().stream()
              .filter(pool -> heapPools.contains(pool.getKey()))
              .mapToLong(pool -> pool.getValue().getUsed())
              .sum());
    }
  }

  /** The figures so far, for so much work. */
  public Measurement measured(long documents, long rows, long bytes, String digest)
      throws IOException {
    RuntimeMXBean jvm = ManagementFactory.getRuntimeMXBean();
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    double wall = (System.currentTimeMillis() - jvm.getStartTime()) / 1e3;
    double cpu = system.getProcessCpuTime() / 1e9;
    return new Measurement(
        documents, rows, bytes, digest, wall, cpu, peakRss(), heapAfterGc.get() / 1048576.0);
  }

  private static double peakRss() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith(PEAK_RSS)) {
        return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
      }
    }
    return Double.NaN;
  }
}
