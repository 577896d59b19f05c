package org.mlanalytics.bench.check;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The same check by DuckDB: the rules of {@code bts-alarms}, and nulls, distinct, smallest and
 * largest values of each column. Prints rows and good rows. Unlike the other contenders it does not
 * say which rows are bad, nor why.
 */
public final class DuckDbAlarms {

  private DuckDbAlarms() {}

  /** Arguments: the file, the file of the statement, where its result goes. */
  public static void main(String[] args) throws Exception {
    String sql = Files.readString(Path.of(args[1])).replace("@FILE@", args[0]);
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      Files.writeString(Path.of(args[2]), text(result));
      System.out.println(result.getLong("rows") + " " + result.getLong("good"));
    }
  }

  private static String text(ResultSet result) throws SQLException {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
      text.append(result.getMetaData().getColumnName(i)).append(' ');
      text.append(result.getString(i)).append('\n');
    }
    return text.toString();
  }
}
