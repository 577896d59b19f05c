package org.mlanalytics.files.cli;

import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** An id of a request: it becomes a part of an address. */
final class RequestId implements ITypeConverter<String> {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

  @Override
  public String convert(String value) {
    if (!ID.matcher(value).matches()) {
      throw new TypeConversionException("no id of a request");
    }
    return value;
  }
}
