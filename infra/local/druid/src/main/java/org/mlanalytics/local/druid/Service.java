package org.mlanalytics.local.druid;

import com.google.inject.Injector;
import java.util.Locale;
import java.util.Set;
import org.apache.druid.cli.CliBroker;
import org.apache.druid.cli.CliCoordinator;
import org.apache.druid.cli.CliHistorical;
import org.apache.druid.cli.CliIndexer;
import org.apache.druid.cli.CliRouter;
import org.apache.druid.cli.ServerRunnable;
import org.apache.druid.discovery.NodeRole;

/**
 * The Druid services of the cluster; each creates the stock server, with a servlet pipeline of its
 * own.
 */
enum Service {
  COORDINATOR {
    @Override
    ServerRunnable create() {
      return new CliCoordinator() {
        @Override
        public Injector makeInjector(Set<NodeRole> roles) {
          return OwnPipeline.in(super.makeInjector(roles));
        }
      };
    }
  },
  BROKER {
    @Override
    ServerRunnable create() {
      return new CliBroker() {
        @Override
        public Injector makeInjector(Set<NodeRole> roles) {
          return OwnPipeline.in(super.makeInjector(roles));
        }
      };
    }
  },
  HISTORICAL {
    @Override
    ServerRunnable create() {
      return new CliHistorical() {
        @Override
        public Injector makeInjector(Set<NodeRole> roles) {
          return OwnPipeline.in(super.makeInjector(roles));
        }
      };
    }
  },
  INDEXER {
    @Override
    ServerRunnable create() {
      return new CliIndexer() {
        @Override
        public Injector makeInjector(Set<NodeRole> roles) {
          return OwnPipeline.in(super.makeInjector(roles));
        }
      };
    }
  },
  ROUTER {
    @Override
    ServerRunnable create() {
      return new CliRouter() {
        @Override
        public Injector makeInjector(Set<NodeRole> roles) {
          return OwnPipeline.in(super.makeInjector(roles));
        }
      };
    }
  };

  abstract ServerRunnable create();

  /** Druid's own name of the service, as in its port property and its properties file. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
