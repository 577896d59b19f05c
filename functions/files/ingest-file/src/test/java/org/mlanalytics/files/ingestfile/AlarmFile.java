package org.mlanalytics.files.ingestfile;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;

/** Alarm files: the samples, and invented ones of any size. */
final class AlarmFile {

  private AlarmFile() {}

  static byte[] sample(String name) throws IOException {
    try (InputStream in = AlarmFile.class.getResourceAsStream("/samples/files/" + name)) {
      return in.readAllBytes();
    }
  }

  /**
   * Alarms with ids from a number on.
   *
   * @param bad how many of them, the first ones, have a time that is none
   */
  static byte[] of(int firstId, int rows, int bad) {
    StringBuilder text =
        new StringBuilder(
            "id,station_id,alarm_id,parameter_id,start_time,end_time,value,threshold\n");
    for (int i = 0; i < rows; i++) {
      text.append(firstId + i)
          .append(",9000000001,308,121,")
          .append(i < bad ? "never" : "2024-03-01 10:00:01")
          .append(",,251,240\n");
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Writes events until the file has at least so many bytes. Each hundredth row has a time that is
   * none.
   *
   * @return the lines of the good rows
   */
  static BitSet writeEvents(Path file, long bytes) throws IOException {
    BitSet good = new BitSet();
    long written = 0;
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(
          "station_id,datapoint_id,alarm_id,event_time,value,valueThreshold,isActive,storedtime\n");
      for (int line = 2; written < bytes; line++) {
        boolean bad = line % 100 == 0;
        String time = bad ? "never" : "2024-03-01 10:1" + line / 10 % 10 + ":2" + line % 10;
        String row =
            (9_000_000_000L + line % 5_000)
                + ",121,308,"
                + time
                + ","
                + line % 997
                + ",240,true,\n";
        out.write(row);
        written += row.length();
        good.set(line, !bad);
      }
    }
    return good;
  }
}
