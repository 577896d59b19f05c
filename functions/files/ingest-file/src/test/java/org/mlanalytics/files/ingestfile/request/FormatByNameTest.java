package org.mlanalytics.files.ingestfile.request;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatByNameTest {

  @ParameterizedTest
  @CsvSource({
    "https://example.org/a.csv, csv",
    "https://example.org/a.CSV.GZ, csv+gzip",
    "https://example.org/a.tsv, tsv",
    "https://example.org/a.jsonl.zst, jsonl+zstd",
    "https://example.org/a.gz, csv+gzip",
    "https://example.org/a.csv?signature=x.gz, csv",
    "https://example.org/a.tsv.gz?s=1#f, tsv+gzip",
    "https://example.org/download?name=a.tsv, csv",
    "https://example.org/, csv",
    "not an address, csv"
  })
  void theEndingOfTheAddressTells(String uri, String format) {
    assertEquals(format, FormatByName.of(uri));
  }
}
