package org.mlanalytics.bench.check;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.SplittableRandom;

/**
 * Writes a file of alarms in the layout of {@code bts-alarms}, of about so many million bytes; the
 * same for the same number. One row in a hundred is bad: too short, a text as time, an unknown
 * alarm, a text as value, or an id for the second time.
 */
public final class GenerateAlarms {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
  private static final int[] SENSORS = {1, 111, 114, 121, 122, 123, 141, 143, 151, 153};

  private GenerateAlarms() {}

  /** Arguments: the file, millions of bytes. */
  public static void main(String[] args) throws IOException {
    long left = Long.parseLong(args[1]) * 1_000_000;
    SplittableRandom random = new SplittableRandom(7);
    try (BufferedWriter out = Files.newBufferedWriter(Path.of(args[0]))) {
      out.write("id,station_id,alarm_id,parameter_id,start_time,end_time,value,threshold\n");
      for (int i = 0; left > 0; i++) {
        String row = i % 100 == 99 ? bad(i, random) : row(i, random);
        out.write(row);
        out.write('\n');
        left -= row.length() + 1;
      }
    }
  }

  private static String row(int i, SplittableRandom random) {
    LocalDateTime start = LocalDateTime.of(2024, 1, 1, 0, 0).plusSeconds(i / 3);
    String end = random.nextInt(30) == 0 ? "" : TIME.format(start.plusSeconds(random.nextInt(9_000)));
    String value = random.nextInt(3) == 0 ? "999999" : Double.toString(random.nextInt(5_000) / 10.0);
    String threshold = random.nextInt(5) == 0 ? "999999" : Integer.toString(random.nextInt(400));
    return fields(
        Integer.toString(90_000_000 + i),
        Integer.toString(301 + random.nextInt(25)),
        TIME.format(start),
        end,
        value,
        threshold,
        random);
  }

  private static String bad(int i, SplittableRandom random) {
    String id = Integer.toString(90_000_000 + i);
    return switch (i / 100 % 5) {
      case 0 -> id + ",1000000001,308,121,2024-01-01 00:00:00,,5";
      case 1 -> fields(id, "308", "not-a-date", "", "5", "4", random);
      case 2 -> fields(id, "399", "2024-01-01 00:00:00", "", "5", "4", random);
      case 3 -> fields(id, "308", "2024-01-01 00:00:00", "", "high", "4", random);
      default ->
          fields(Integer.toString(90_000_000 + i - 1), "308", "2024-01-01 00:00:00", "", "5", "4", random);
    };
  }

  private static String fields(
      String id,
      String alarm,
      String start,
      String end,
      String value,
      String threshold,
      SplittableRandom random) {
    int station = 1_000_000_000 + random.nextInt(3_000);
    int sensor = SENSORS[random.nextInt(SENSORS.length)];
    return String.join(
        ",",
        id,
        Integer.toString(station),
        alarm,
        Integer.toString(sensor),
        start,
        end,
        value,
        threshold);
  }
}
