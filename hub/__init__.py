"""The hub: orders signed bundles, keeps payloads and photos, serves the app. It never reads the domain."""
