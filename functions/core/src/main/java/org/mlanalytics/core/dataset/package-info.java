/** What the datasets are: names, columns with their rules, granularity. One class per dataset. */
package org.mlanalytics.core.dataset;
