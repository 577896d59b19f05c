package org.mlanalytics.publishing.load;

import java.util.List;
import java.util.function.Supplier;
import org.bson.conversions.Bson;
import org.mlanalytics.core.dataset.Dataset;
import org.mlanalytics.runtime.function.Extraction;
import org.mlanalytics.runtime.pipeline.Area;

/**
 * What a collection's rows are made of.
 *
 * @param area area that the collection is loaded in
 * @param dataset dataset of the rows
 * @param collection name of the collection
 * @param fields top-level fields that the rules read
 * @param match documents that are worth reading
 * @param rules makes the rules, with the names that they look up
 */
public record CollectionSource(
    Area area,
    Dataset dataset,
    String collection,
    List<String> fields,
    Bson match,
    Supplier<Extraction.Rules> rules) {}
